import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { moment, momentOrNull, text } from './column-types.js';
import { ModelVersionEntity } from './model-version.entity.js';

/** What a model was, and from when to when: the answer to "what was live then". At most one is live, and at most one is the shadow. */
@Entity('model_state_period')
@Index('model_state_period_now', ['version'], { unique: true, where: '(ended_at IS NULL)' })
@Index('model_state_period_one_live', ['state'], {
  unique: true,
  where: "((ended_at IS NULL) AND (state = 'live'::text))",
})
@Index('model_state_period_one_shadow', ['state'], {
  unique: true,
  where: "((ended_at IS NULL) AND (state = 'shadow'::text))",
})
export class ModelStatePeriodEntity {
  @PrimaryColumn('uuid') periodId!: string;
  @ForeignKey(() => ModelVersionEntity, { name: 'model_state_period_version_fk' })
  @Column(text)
  version!: string;
  @Column(text) state!: 'candidate' | 'shadow' | 'live' | 'retired';
  @Column(moment) startedAt!: Date;
  @Column(momentOrNull) endedAt!: Date | null;
  @Column(text) actor!: string;
  @Column(text) reason!: string;
}
