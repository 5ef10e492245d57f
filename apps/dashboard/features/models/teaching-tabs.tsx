'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import classes from './teaching-tabs.module.css';

const TABS = [
  {
    href: '/models',
    label: 'Models',
    isOpen: (path: string) => path === '/models' || path.startsWith('/models/versions'),
  },
  { href: '/models/runs', label: 'Training', isOpen: (path: string) => path.startsWith('/models/runs') },
  { href: '/models/data-sets', label: 'Data sets', isOpen: (path: string) => path.startsWith('/models/data-sets') },
  { href: '/models/labelling', label: 'Labelling', isOpen: (path: string) => path.startsWith('/models/labelling') },
];

/** From pictures to a live model, in the opposite order. */
export function TeachingTabs() {
  const path = usePathname();
  return (
    <nav className={classes.tabs} aria-label="Teaching">
      {TABS.map(({ href, label, isOpen }) => (
        <Link key={href} href={href} className={classes.tab} aria-current={isOpen(path) ? 'page' : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
