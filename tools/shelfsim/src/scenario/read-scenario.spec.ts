import { findScenario, shippedScenarios } from './find-scenario.js';
import { readScenario } from './read-scenario.js';
import { ScenarioError, type ScenarioProblem } from './scenario.errors.js';

const GOOD = `name: small
description: A short one.
durationMinutes: 10
frameEverySeconds: 30
`;

function problemsOf(text: string): readonly ScenarioProblem[] {
  try {
    readScenario(text, 'x.yaml');
  } catch (error) {
    if (error instanceof ScenarioError) return error.problems;
    throw error;
  }
  return [];
}

describe('readScenario', () => {
  it('When only what is needed is written, then the rest has defaults', () => {
    const scenario = readScenario(GOOD, 'x.yaml');
    expect(scenario.layout.fixtures).toBe(2);
    expect(scenario.faults).toEqual([]);
  });

  it('When the file is JSON, then it is read as well', () => {
    const json = JSON.stringify({ name: 'j', description: 'd', durationMinutes: 1, frameEverySeconds: 1 });
    expect(readScenario(json, 'x.json').name).toBe('j');
  });

  it('When a value is wrong, then the message names its row', () => {
    const [problem] = problemsOf(
      `${GOOD}faults:\n  - { camera: 1, kind: dark, fromMinute: 1, forMinutes: 1 }\n  - { camera: 1, kind: stolen, fromMinute: 1, forMinutes: 1 }\n`,
    );
    expect(problem).toMatchObject({ line: 7 });
    expect(problem?.message).toContain('faults.1.kind');
  });

  it('When a key is unknown, then the message names its row and column', () => {
    expect(problemsOf(`${GOOD}sales:\n  perSlotPerHour: 1\n  perSlotPerDay: 3\n`)).toEqual([
      expect.objectContaining({ line: 7, column: 3 }),
    ]);
  });

  it('When two things are wrong, then both are told', () => {
    expect(
      problemsOf('name: x\ndescription: d\ndurationMinutes: -1\nframeEverySeconds: fast\n').map(({ line }) => line),
    ).toEqual([3, 4]);
  });

  it('When something needed is missing, then the message says what', () => {
    expect(
      problemsOf('name: x\n')
        .map(({ message }) => message)
        .join(),
    ).toContain('durationMinutes');
  });

  it.each(['a: [1, 2', '', 'just words', '- 1'])('When the text is %p, then it is refused with a row', (text) => {
    expect(problemsOf(text)[0]?.line).toBeGreaterThanOrEqual(1);
  });

  it('When the shipped scenarios are read, then all are right and named like their files', async () => {
    const names = await shippedScenarios();
    expect(names.length).toBeGreaterThanOrEqual(10);
    for (const name of names) expect((await findScenario(name)).name).toBe(name);
  });

  it('When there is no such scenario, then the message lists those that exist', async () => {
    await expect(findScenario('nonsense')).rejects.toThrow('calm-day');
  });
});
