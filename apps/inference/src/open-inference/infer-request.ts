import { z } from 'zod';

const outputRequest = z.object({
  name: z.string(),
  parameters: z
    .object({
      binary_data: z.boolean().optional(),
      classification: z.undefined('is not known to this server; ask for all probabilities').optional(),
    })
    .optional(),
});

/** Body of an inference request. @see https://github.com/kserve/open-inference-protocol */
export const inferRequest = z.object({
  id: z.string().optional(),
  inputs: z
    .array(
      z.object({
        name: z.string(),
        shape: z.array(z.number().int().min(0)),
        datatype: z.string(),
        /** Flat or nested; its numbers are checked where they are turned into bytes. */
        data: z.custom<readonly unknown[]>(Array.isArray, 'must be an array').optional(),
        parameters: z.object({ binary_data_size: z.number().int().optional() }).optional(),
      }),
    )
    .length(1),
  outputs: z.array(outputRequest).optional(),
  /** `binary_data_output`: all outputs as bytes, unless an output says otherwise. */
  parameters: z.looseObject({ binary_data_output: z.boolean().optional() }).optional(),
});
export type InferRequest = z.infer<typeof inferRequest>;
