import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { moment, text, textOrNull } from './column-types.js';

@Entity('frame')
@Index('frame_natural_key', ['cameraId', 'capturedAt', 'sha256'], { unique: true })
export class FrameEntity {
  @PrimaryColumn('uuid') frameId!: string;
  @Column(text) cameraId!: string;
  @Column(moment) capturedAt!: Date;
  @Column(moment) receivedAt!: Date;
  /** Of the picture's bytes, hexadecimal. */
  @Column(text) sha256!: string;
  /** What became of it, a short stable word, for instance `classified`, `late`, `unhealthy`. */
  @Column(text) outcome!: string;
  @Column(textOrNull) pictureId!: string | null;
}
