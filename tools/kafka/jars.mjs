import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { run } from './program.mjs';

/** The newest broker on which the whole contract suite was seen to pass with kafkajs 2.2.4; `docs/event-stream.md` lists the others. */
export const defaultKafkaVersion = '4.4.0';

export const defaultCache = () => join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'shelfwatch', 'kafka');

/** The broker logs through slf4j 1.7 and brings no binding of its own. */
const pom = (version) => `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>shelfwatch</groupId>
  <artifactId>kafka</artifactId>
  <version>1</version>
  <dependencies>
    <dependency><groupId>org.apache.kafka</groupId><artifactId>kafka_2.13</artifactId><version>${version}</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-simple</artifactId><version>1.7.36</version></dependency>
  </dependencies>
</project>
`;

/**
 * Answers with the folder of the broker's jars; fetches them with Maven the first time. A fetch that is cut short leaves nothing behind that
 * looks finished.
 */
export async function ensureJars({ version = defaultKafkaVersion, cache = defaultCache() } = {}) {
  const folder = join(cache, version);
  if (existsSync(folder)) return { folder, did: `from ${folder}` };
  const partial = `${folder}.${process.pid}.partial`;
  await mkdir(partial, { recursive: true });
  try {
    await writeFile(join(partial, 'pom.xml'), pom(version));
    const args = ['-B', '-q', '-f', join(partial, 'pom.xml'), 'dependency:copy-dependencies'];
    await run('mvn', [...args, '-DincludeScope=runtime', `-DoutputDirectory=${join(partial, 'jars')}`], {
      advice:
        'Install Maven and Java 17 (Debian: apt-get install maven openjdk-17-jre-headless) and let Maven reach a repository.',
    });
    await rename(join(partial, 'jars'), folder).catch((error) => {
      // Another process was quicker.
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return { folder, did: `fetched into ${folder}` };
}
