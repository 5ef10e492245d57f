import { z } from 'zod';

export const USER_ROLES = ['manager', 'integrator', 'ml-engineer', 'admin'] as const;

/** `POST /v1/auth/sign-in`; answers {@link me} and sets the session cookie. */
export const signInRequest = z.object({ email: z.string().min(1).max(200), password: z.string().min(1).max(200) });
export type SignInRequest = z.infer<typeof signInRequest>;

/** `GET /v1/auth/me`: who is signed in. `POST /v1/auth/sign-out` ends the session. */
export const me = z.object({ email: z.string(), name: z.string(), role: z.enum(USER_ROLES) });
export type Me = z.infer<typeof me>;
