'use client';
import { Menu, UnstyledButton } from '@mantine/core';
import { IconLogout, IconSelector } from '@tabler/icons-react';
import { signOut } from '../../monitoring/api';
import type { Me } from '../../monitoring/types';
import classes from './account-menu.module.css';
import { ROLE_NAMES } from './role-names';

/** Who is signed in, and the way out. `compact` shows the initial only, for a phone. */
export function AccountMenu({ user, compact = false }: { user: Me; compact?: boolean }) {
  async function leave(): Promise<void> {
    // Without an answer the session ends by its expiry; the way out must work offline too.
    await signOut().catch(() => undefined);
    window.location.assign('/sign-in');
  }
  return (
    <Menu position={compact ? 'bottom-end' : 'top-start'} width={210}>
      <Menu.Target>
        <UnstyledButton
          className={classes.target}
          data-compact={compact || undefined}
          aria-label={`Account of ${user.name}`}
        >
          <span className={classes.initial} aria-hidden>
            {user.name.charAt(0).toUpperCase()}
          </span>
          {!compact && (
            <>
              <span className={classes.words}>
                <b>{user.name}</b>
                <span>{ROLE_NAMES[user.role] === user.name ? user.email : ROLE_NAMES[user.role]}</span>
              </span>
              <IconSelector size={16} stroke={1.6} aria-hidden />
            </>
          )}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{user.email}</Menu.Label>
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.7} aria-hidden />} onClick={() => void leave()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
