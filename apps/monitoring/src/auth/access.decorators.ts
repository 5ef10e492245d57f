import { SetMetadata } from '@nestjs/common';
import type { Role } from '@shelfwatch/persistence';

export const PUBLIC = 'shelfwatch:public';
/** A route that needs no sign-in. */
export const Public = (): ReturnType<typeof SetMetadata> => SetMetadata(PUBLIC, true);

export const ALLOWED_ROLES = 'shelfwatch:roles';
/** Roles that may use a route besides `admin`, who may use all; without it, everyone who is signed in. */
export const AllowRoles = (...roles: Role[]): ReturnType<typeof SetMetadata> => SetMetadata(ALLOWED_ROLES, roles);
