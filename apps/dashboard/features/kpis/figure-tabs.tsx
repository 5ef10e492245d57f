'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import classes from '../models/teaching-tabs.module.css';

const TABS = [
  { href: '/kpis', label: 'Figures' },
  { href: '/kpis/claims', label: 'Claims' },
  { href: '/kpis/replay', label: 'Replay' },
] as const;

/** What was, whether a change has helped, and what other settings would have made of it. */
export function FigureTabs() {
  const path = usePathname();
  return (
    <nav className={classes.tabs} aria-label="Figures">
      {TABS.map(({ href, label }) => (
        <Link key={href} href={href} className={classes.tab} aria-current={path === href ? 'page' : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
