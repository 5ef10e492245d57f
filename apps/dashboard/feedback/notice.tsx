import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './notice.module.css';

/** Something that a person should know before reading on. `red` interrupts a screen reader, `amber` does not. */
export function Notice(props: {
  tone: 'red' | 'amber';
  icon: Icon;
  title?: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  const { tone, icon: Glyph, title, action, children } = props;
  return (
    <div className={classes.notice} data-tone={tone} role={tone === 'red' ? 'alert' : 'status'}>
      <Glyph size={20} stroke={1.7} aria-hidden />
      <div className={classes.words}>
        {title !== undefined && <strong>{title}</strong>}
        {children}
      </div>
      {action}
    </div>
  );
}
