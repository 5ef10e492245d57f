import type { Tables } from '../database/tables.js';

/** Which pictures of the picture store something in the database still shows. */
export class PictureReferenceRepository {
  constructor(private readonly tables: Tables) {}

  /** @returns those of `pictureIds` that must be kept */
  async among(pictureIds: readonly string[]): Promise<Set<string>> {
    const rows = await this.tables.sql<{ id: string }>(
      `SELECT id FROM unnest($1::text[]) AS id
       WHERE EXISTS (SELECT FROM stock_event WHERE evidence_picture_id = id)
          OR EXISTS (SELECT FROM camera WHERE last_picture_id = id)
          OR EXISTS (SELECT FROM camera_view WHERE reference_picture_id = id)
          OR EXISTS (SELECT FROM product WHERE picture_id = id)
          OR EXISTS (SELECT FROM training_sample WHERE picture_id = id)
          OR EXISTS (SELECT FROM label_task WHERE picture_id = id)
          OR EXISTS (SELECT FROM data_set_item WHERE picture_id = id)`,
      [pictureIds],
    );
    return new Set(rows.map(({ id }) => id));
  }
}
