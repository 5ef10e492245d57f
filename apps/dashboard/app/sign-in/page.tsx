import type { Metadata } from 'next';
import { SignInPanel } from '../../features/session/sign-in-panel';

export const metadata: Metadata = { title: 'Sign in' };

export default SignInPanel;
