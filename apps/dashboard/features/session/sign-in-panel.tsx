import { Paper, Text, Title } from '@mantine/core';
import { BrandMark } from '../../shell/brand-mark';
import { SignInForm } from './sign-in-form';
import classes from './sign-in-panel.module.css';

export function SignInPanel() {
  return (
    <main className={classes.page}>
      <div className={classes.shelf} aria-hidden>
        {Array.from({ length: 42 }, (_, index) => (
          <i key={index} data-missing={[8, 12, 30].includes(index) || undefined} />
        ))}
      </div>
      <Paper className={classes.panel} withBorder>
        <BrandMark size={44} />
        <Title order={1} fz={22} mt="md" lts="-0.02em">
          Sign in to Shelfwatch
        </Title>
        <Text c="dimmed" size="sm" mt={4} mb="lg">
          What is missing on the shelves, and what to do about it.
        </Text>
        <SignInForm />
      </Paper>
    </main>
  );
}
