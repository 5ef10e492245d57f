import classes from './panel.module.css';

/** A number and what it says. */
export function Figure({ value, label }: { value: string; label: string }) {
  return (
    <span className={classes.figure}>
      <b>{value}</b>
      <span>{label}</span>
    </span>
  );
}
