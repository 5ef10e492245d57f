import { z } from 'zod';
import { USER_ROLES } from './auth.js';

const role = z.enum(USER_ROLES);

/** `POST /v1/users`: gives someone access. */
export const newUser = z.object({
  email: z.email().max(200),
  name: z.string().min(1).max(200),
  role,
  password: z.string().min(12, 'must have at least 12 characters').max(200),
});
export type NewUser = z.infer<typeof newUser>;

export const userBody = z.object({ userId: z.string(), email: z.string(), name: z.string(), role });
export type UserBody = z.infer<typeof userBody>;
export const userList = z.object({ users: z.array(userBody) });
export type UserList = z.infer<typeof userList>;

/** `POST /v1/api-keys`: gives a program access. */
export const newApiKey = z.object({ name: z.string().min(1).max(200), role });
export type NewApiKey = z.infer<typeof newApiKey>;

export const apiKeyBody = z.object({
  keyId: z.string(),
  name: z.string(),
  role,
  createdAt: z.iso.datetime(),
  revokedAt: z.iso.datetime().nullable(),
});
export const apiKeyList = z.object({ apiKeys: z.array(apiKeyBody) });
export type ApiKeyList = z.infer<typeof apiKeyList>;

/** The only answer that ever holds the key itself; the platform stores a hash. */
export const createdApiKey = z.object({ keyId: z.string(), name: z.string(), role, key: z.string() });
export type CreatedApiKey = z.infer<typeof createdApiKey>;
