import type { ReactNode } from 'react';
import classes from './console-frame.module.css';

/** Where things stand on every page of the console. */
export function ConsoleFrame(parts: {
  brand: ReactNode;
  navigation: ReactNode;
  account: ReactNode;
  bar: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className={classes.frame}>
      <a href="#content" className="skip-link">
        Skip to the content
      </a>
      <aside className={classes.side}>
        <div className={classes.brand}>{parts.brand}</div>
        <div className={classes.navigation}>{parts.navigation}</div>
        <div className={classes.account}>{parts.account}</div>
      </aside>
      <header className={classes.bar}>{parts.bar}</header>
      <main id="content" className={classes.content} tabIndex={-1}>
        {parts.children}
      </main>
    </div>
  );
}
