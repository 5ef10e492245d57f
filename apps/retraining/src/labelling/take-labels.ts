import { Inject, Injectable } from '@nestjs/common';
import type { LabelAnswers, LabelsTaken } from '@shelfwatch/contracts';
import { Database, type LabelTaskEntity, type TrainingSampleEntity, type UnitOfWork } from '@shelfwatch/persistence';
import { parsePictureId, PictureStore } from '@shelfwatch/pictures';
import { ProblemException } from '@shelfwatch/platform';
import { readPicture, type ReadPicture } from '../imports/read-picture.js';

/** Smaller crops than any camera sends usefully; a person has looked at it after all. */
const LEAST_SIDE = 8;

type Answer = LabelAnswers['answers'][number];

/** Takes what people say crops show: labelled ones become samples. All answers are taken, or none. */
@Injectable()
export class TakeLabels {
  constructor(
    private readonly database: Database,
    @Inject(PictureStore) private readonly pictures: PictureStore,
  ) {}

  /** @throws ProblemException 404 for an unknown task, 409 for one that was answered otherwise, 410 when a picture is gone, 422 for two answers to one */
  async take({ dataSet, answers }: LabelAnswers, by: string): Promise<LabelsTaken> {
    refuseTwice(answers);
    // Before the transaction, as reading pictures is slow.
    const read = await this.readAll(answers.filter(({ label }) => label !== null));
    const now = new Date();
    return this.database.transaction(async (unit) => {
      const tasks = new Map(
        (await unit.labelTasks.lock(answers.map(({ taskId }) => taskId))).map((it) => [it.taskId, it]),
      );
      const open = answers.filter((answer) => !isSaidAlready(answer, tasks.get(answer.taskId)));
      for (const { taskId, label } of open) {
        const state = label === null ? 'skipped' : 'labelled';
        await unit.labelTasks.answer(taskId, { state, label, labelledBy: by, labelledAt: now });
      }
      const labelled = open.filter(({ label }) => label !== null);
      for (const { taskId, label } of labelled)
        await addSample(unit, {
          dataSet,
          label: label!,
          by,
          now,
          task: tasks.get(taskId)!,
          picture: read.get(taskId)!,
        });
      return {
        ...{ dataSet, labelled: labelled.length, skipped: open.length - labelled.length },
        unchanged: answers.length - open.length,
      };
    });
  }

  private async readAll(answers: readonly Answer[]): Promise<Map<string, ReadPicture>> {
    const read = new Map<string, ReadPicture>();
    for (const { taskId } of answers) {
      const task = await this.database.unit.labelTasks.find(taskId);
      if (task === undefined) throw unknownTask(taskId);
      const id = parsePictureId(task.pictureId);
      const stored = id && (await this.pictures.get(id));
      const picture = stored && (await readPicture(stored.bytes, LEAST_SIDE));
      if (picture === undefined || typeof picture === 'string')
        throw new ProblemException(
          410,
          'PICTURE_GONE',
          `The picture of the task ${taskId} is gone; skip it. Nothing was changed.`,
        );
      read.set(taskId, picture);
    }
    return read;
  }
}

interface SampleToAdd {
  dataSet: string;
  label: string;
  by: string;
  now: Date;
  task: LabelTaskEntity;
  picture: ReadPicture;
}

/** Samples of one camera and day look alike: they are one group, which no split parts. */
async function addSample(unit: UnitOfWork, { dataSet, label, by, now, task, picture }: SampleToAdd): Promise<void> {
  const { taskId, pictureId, cameraId, capturedAt } = task;
  const { sha256, perceptualHash, luma } = picture;
  const name = (await unit.samples.nameOf(label)) ?? label;
  const sample: TrainingSampleEntity = {
    ...{ sampleId: taskId, dataSet, label, name, pictureId, sha256, perceptualHash, luma },
    ...{ groupKey: `${cameraId}/${capturedAt.toISOString().slice(0, 10)}`, source: 'shop', golden: false },
    ...{ cameraId, capturedAt, addedAt: now, addedBy: by },
  };
  await unit.samples.add([sample]);
}

function refuseTwice(answers: readonly Answer[]): void {
  const seen = new Set<string>();
  for (const { taskId } of answers) {
    if (seen.has(taskId))
      throw new ProblemException(422, 'TASK_TWICE', `The task ${taskId} is answered twice; nothing was changed.`);
    seen.add(taskId);
  }
}

/** @throws ProblemException 404, or 409 when something else was said */
function isSaidAlready({ taskId, label }: Answer, task: LabelTaskEntity | undefined): boolean {
  if (task === undefined) throw unknownTask(taskId);
  if (task.state === 'waiting') return false;
  if (task.label === label) return true;
  throw new ProblemException(
    409,
    'TASK_ANSWERED',
    `${task.labelledBy ?? 'Somebody'} has answered the task ${taskId} otherwise (${task.label ?? 'skipped'}); nothing was changed.`,
  );
}

const unknownTask = (taskId: string): ProblemException =>
  new ProblemException(404, 'TASK_UNKNOWN', `There is no labelling task ${taskId} (any more); nothing was changed.`);
