import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { readSession } from '../../features/session/read-session';
import { chooseStore, STORE_COOKIE } from '../../features/session/store-cookie';
import { WaitForMonitoring } from '../../features/session/wait-for-monitoring';
import { WaitForShop } from '../../features/session/wait-for-shop';
import { ConsoleShell } from '../../shell/console-shell';

/** Lets in who is signed in; says what is missing when there is nothing to show yet. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const session = await readSession();
  if (session.kind === 'signed-out') redirect('/sign-in');
  if (session.kind === 'unreachable') return <WaitForMonitoring />;
  const store = chooseStore(session.stores, (await cookies()).get(STORE_COOKIE)?.value);
  if (store === undefined) return <WaitForShop />;
  return (
    <ConsoleShell user={session.user} stores={session.stores} store={store}>
      {children}
    </ConsoleShell>
  );
}
