'use client';
import { Menu, UnstyledButton } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import Link from 'next/link';
import classes from './navigation.module.css';
import type { ConsolePage } from './pages';

/** On a phone: the pages for which the bar has no room. */
export function MorePages({ pages, path }: { pages: readonly ConsolePage[]; path: string }) {
  const isHere = pages.some(({ href }) => path.startsWith(href));
  return (
    <Menu position="top-end" width={200} offset={10}>
      <Menu.Target>
        <UnstyledButton className={`${classes.link} ${classes.more}`} data-current={isHere || undefined}>
          <IconDots size={20} stroke={1.7} aria-hidden />
          <span>More</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {pages.map(({ href, label, icon: Glyph }) => (
          <Menu.Item
            key={href}
            component={Link}
            href={href}
            aria-current={path.startsWith(href) ? 'page' : undefined}
            leftSection={<Glyph size={18} stroke={1.7} aria-hidden />}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
