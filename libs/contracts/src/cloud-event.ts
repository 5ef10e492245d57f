import { randomUUID } from 'node:crypto';
import { z } from 'zod';

/**
 * CloudEvents 1.0 attributes in Kafka binary mode: one header each, `ce_` in front.
 * @see https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md
 */
export const cloudEventHeaders = z.object({
  ce_specversion: z.literal('1.0'),
  ce_id: z.string().min(1),
  ce_source: z.string().min(1),
  ce_type: z.string().min(1),
  ce_time: z.iso.datetime({ offset: true }),
  ce_subject: z.string().optional(),
  'content-type': z.string().optional(),
});
export type CloudEventHeaders = z.infer<typeof cloudEventHeaders>;

export interface CloudEventAttributes {
  type: string;
  source: string;
  time: Date;
  subject?: string;
  /** Defaults to a random UUID. Give a natural key where a repeated message must be recognised. */
  id?: string;
  contentType?: string;
}

export function toCloudEventHeaders(attributes: CloudEventAttributes): Record<string, string> {
  return {
    ce_specversion: '1.0',
    ce_id: attributes.id ?? randomUUID(),
    ce_source: attributes.source,
    ce_type: attributes.type,
    ce_time: attributes.time.toISOString(),
    ...(attributes.subject === undefined ? {} : { ce_subject: attributes.subject }),
    'content-type': attributes.contentType ?? 'application/json',
  };
}
