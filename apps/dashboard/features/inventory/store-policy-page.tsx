'use client';
import { useConsole } from '../session/console-context';
import { mayKeepShop } from '../session/permissions';
import { PolicyPanel } from './policy-panel';

/** How products are ordered that have no policy of their own. */
export function StorePolicyPage() {
  const { user } = useConsole();
  return <PolicyPanel gtin={null} mayChange={mayKeepShop(user.role)} />;
}
