'use client';
import { type ReactNode, useMemo } from 'react';
import { AccountMenu } from '../features/session/account-menu';
import { ConsoleContext } from '../features/session/console-context';
import { StorePicker } from '../features/session/store-picker';
import { LiveBadge } from '../live/live-badge';
import { LiveProvider } from '../live/live-provider';
import type { Me, Store } from '../monitoring/types';
import { ColorSchemeToggle } from '../theme/color-scheme-toggle';
import { ShopClock } from '../time/shop-clock';
import { BrandMark } from './brand-mark';
import { ConsoleFrame } from './console-frame';
import classes from './console-shell.module.css';
import { CountedNavigation } from './counted-navigation';

/** Everything around the pages: live stream, navigation, the shop and who looks at it. */
export function ConsoleShell(props: { user: Me; stores: Store[]; store: Store; children: ReactNode }) {
  const { user, stores, store, children } = props;
  const value = useMemo(() => ({ user, store }), [user, store]);
  return (
    <ConsoleContext value={value}>
      <LiveProvider storeId={store.storeId}>
        <ConsoleFrame
          brand={
            <>
              <BrandMark size={28} /> Shelfwatch
            </>
          }
          navigation={<CountedNavigation />}
          account={<AccountMenu user={user} />}
          bar={
            <>
              <span className={classes.mark}>
                <BrandMark size={26} />
              </span>
              <StorePicker stores={stores} storeId={store.storeId} />
              <span className={classes.rest}>
                <span className={classes.clock}>
                  <ShopClock timeZone={store.timeZone} />
                </span>
                <LiveBadge />
                <ColorSchemeToggle />
                <span className={classes.mark}>
                  <AccountMenu user={user} compact />
                </span>
              </span>
            </>
          }
        >
          {children}
        </ConsoleFrame>
      </LiveProvider>
    </ConsoleContext>
  );
}
