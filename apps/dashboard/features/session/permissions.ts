import type { Me } from '../../monitoring/types';

type Role = Me['role'];

/** What the page offers; monitoring decides again on every request. */
export const mayAnswerEvents = (role: Role): boolean => role === 'manager' || role === 'admin';
export const mayDecideReorders = (role: Role): boolean => role === 'manager' || role === 'admin';
export const mayTeach = (role: Role): boolean => role === 'ml-engineer' || role === 'admin';
export const mayLabel = (role: Role): boolean => mayTeach(role) || role === 'manager';
/** Managers and whoever connects the shop's systems; the same for calibration, stock and policies. */
export const mayKeepShop = (role: Role): boolean => role === 'manager' || role === 'integrator' || role === 'admin';
