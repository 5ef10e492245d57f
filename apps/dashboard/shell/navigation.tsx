'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { Me } from '../monitoring/types';
import { MorePages } from './more-pages';
import classes from './navigation.module.css';
import { PAGES } from './pages';

/** The pages: a column at the side on a desk, a bar at the thumb on a phone. */
export function Navigation({ counts, role }: { counts: Partial<Record<string, number>>; role: Me['role'] }) {
  const path = usePathname();
  const pages = PAGES.filter(({ roles }) => roles?.includes(role) ?? true);
  return (
    <nav className={classes.nav} aria-label="Pages">
      {pages.map(({ href, label, icon: Glyph, isBehindMore }) => {
        const count = counts[href] ?? 0;
        return (
          <Link
            key={href}
            href={href}
            className={classes.link}
            data-behind-more={isBehindMore || undefined}
            aria-current={path.startsWith(href) ? 'page' : undefined}
          >
            <Glyph size={20} stroke={1.7} aria-hidden />
            <span>{label}</span>
            {count > 0 && (
              <span className={classes.count} aria-label={`${count} open`}>
                {count > 99 ? '99+' : count}
              </span>
            )}
          </Link>
        );
      })}
      <MorePages pages={pages.filter(({ isBehindMore }) => isBehindMore)} path={path} />
    </nav>
  );
}
