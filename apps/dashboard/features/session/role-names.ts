import type { Me } from '../../monitoring/types';

export const ROLE_NAMES: Readonly<Record<Me['role'], string>> = {
  manager: 'Store manager',
  integrator: 'Integrator',
  'ml-engineer': 'ML engineer',
  admin: 'Administrator',
};
