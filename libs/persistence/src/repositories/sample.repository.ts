import type { Tables } from '../database/tables.js';
import { TrainingSampleEntity } from '../entities/training-sample.entity.js';

export interface ClassCount {
  label: string;
  name: string;
  samples: number;
  golden: number;
}

/** Labelled pictures, by data set. A sample whose label is null was taken out. */
export class SampleRepository {
  constructor(private readonly tables: Tables) {}

  /** @returns how many were new; a picture that the data set has already is left as it is */
  add(samples: readonly TrainingSampleEntity[]): Promise<number> {
    return this.tables.insertNew(TrainingSampleEntity, samples);
  }

  /** All that count, in an order that does not depend on when they came. */
  all(dataSet: string): Promise<TrainingSampleEntity[]> {
    return this.tables
      .find(TrainingSampleEntity, { where: { dataSet }, order: { sha256: 'ASC' } })
      .then((samples) => samples.filter(({ label }) => label !== null));
  }

  find(dataSet: string, sampleIds: readonly string[]): Promise<TrainingSampleEntity[]> {
    return this.tables.sql<TrainingSampleEntity>(
      `SELECT ${COLUMNS} FROM training_sample WHERE data_set = $1 AND sample_id = ANY($2)`,
      [dataSet, sampleIds],
    );
  }

  byId(sampleId: string): Promise<TrainingSampleEntity | undefined> {
    return this.tables.findOne(TrainingSampleEntity, { sampleId });
  }

  /** Newest first. */
  async page(
    dataSet: string,
    { label, limit, offset }: { label?: string; limit: number; offset: number },
  ): Promise<{ samples: TrainingSampleEntity[]; total: number }> {
    const where = 'data_set = $1 AND label IS NOT NULL AND ($2::text IS NULL OR label = $2)';
    const [samples, counted] = await Promise.all([
      this.tables.sql<TrainingSampleEntity>(
        `SELECT ${COLUMNS} FROM training_sample WHERE ${where} ORDER BY added_at DESC, sample_id LIMIT $3 OFFSET $4`,
        [dataSet, label ?? null, limit, offset],
      ),
      this.tables.sql<{ total: number }>(`SELECT count(*)::int AS total FROM training_sample WHERE ${where}`, [
        dataSet,
        label ?? null,
      ]),
    ]);
    return { samples, total: counted[0]!.total };
  }

  /** @returns how many were changed */
  async relabel(
    dataSet: string,
    sampleIds: readonly string[],
    to: { label: string; name: string } | null,
  ): Promise<number> {
    const rows = await this.tables.sql(
      `UPDATE training_sample SET label = $3, name = COALESCE($4, name)
       WHERE data_set = $1 AND sample_id = ANY($2) RETURNING sample_id`,
      [dataSet, sampleIds, to?.label ?? null, to?.name ?? null],
    );
    return (rows as unknown as [unknown[], number])[0].length;
  }

  /** Of every data set. */
  classCounts(): Promise<(ClassCount & { dataSet: string })[]> {
    return this.tables.sql(
      `SELECT data_set AS "dataSet", label, min(name) AS name, count(*)::int AS samples,
              (count(*) FILTER (WHERE golden))::int AS golden
       FROM training_sample WHERE label IS NOT NULL GROUP BY data_set, label ORDER BY data_set, label`,
    );
  }

  /** Perceptual hashes, to find what nearly repeats another picture. */
  perceptualHashes(
    dataSet: string,
  ): Promise<{ sampleId: string; perceptualHash: string; groupKey: string; name: string }[]> {
    return this.tables.sql(
      `SELECT sample_id AS "sampleId", perceptual_hash AS "perceptualHash", group_key AS "groupKey", name
       FROM training_sample WHERE data_set = $1`,
      [dataSet],
    );
  }

  async hasPicture(pictureId: string): Promise<boolean> {
    const rows = await this.tables.sql<{ found: boolean }>(
      `SELECT EXISTS (SELECT FROM training_sample WHERE picture_id = $1)
           OR EXISTS (SELECT FROM data_set_item WHERE picture_id = $1) AS found`,
      [pictureId],
    );
    return rows[0]!.found;
  }

  /** Name of each product that the platform or a data set knows. */
  async nameOf(label: string): Promise<string | undefined> {
    const rows = await this.tables.sql<{ name: string }>(
      `SELECT name FROM product WHERE gtin = $1 UNION ALL SELECT name FROM training_sample WHERE label = $1 LIMIT 1`,
      [label],
    );
    return rows[0]?.name;
  }
}

const COLUMNS = `sample_id AS "sampleId", data_set AS "dataSet", label, name, picture_id AS "pictureId", sha256,
  perceptual_hash AS "perceptualHash", group_key AS "groupKey", source, camera_id AS "cameraId",
  captured_at AS "capturedAt", golden, luma, added_at AS "addedAt", added_by AS "addedBy"`;
