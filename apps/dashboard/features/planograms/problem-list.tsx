import type { PlanogramProblem } from '../../monitoring/types';
import { plural } from '../../text/plural';
import classes from './problem-list.module.css';
import { problemPlace } from './planogram-words';

/** What is wrong with a file: where, what, and what to do. Errors first. */
export function ProblemList({ problems }: { problems: readonly PlanogramProblem[] }) {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  return (
    <>
      {[
        { name: 'error', rows: errors, says: 'The file is not taken until these are mended.' },
        { name: 'warning', rows: warnings, says: 'The file can be taken all the same.' },
      ]
        .filter(({ rows }) => rows.length > 0)
        .map(({ name, rows, says }) => (
          <section key={name} className={classes.problems} data-severity={name} aria-label={plural(rows.length, name)}>
            <h3>
              {plural(rows.length, name)} <span>{says}</span>
            </h3>
            <ul>
              {rows.map((problem, index) => (
                <li key={`${problemPlace(problem)} ${index}`}>
                  <b>{problemPlace(problem)}:</b> {problem.message}. <span>{problem.advice}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </>
  );
}
