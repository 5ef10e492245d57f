'use client';
import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { Notice } from '../../feedback/notice';
import { type ApiProblem, asApiProblem } from '../../monitoring/api-problem';
import { signIn } from '../../monitoring/api';
import { safeReturnPath } from './safe-return-path';

import { signInAdvice } from './sign-in-advice';

export function SignInForm() {
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setProblem(null);
    try {
      await signIn(String(form.get('email')), String(form.get('password')));
      // A whole new page, so that nothing that was loaded for nobody, or for someone else, stays.
      window.location.assign(safeReturnPath(new URLSearchParams(window.location.search).get('next')));
    } catch (error) {
      setProblem(asApiProblem(error));
      setBusy(false);
    }
  }

  const advice = problem && signInAdvice(problem);
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        {advice !== null && (
          <Notice tone="red" icon={IconAlertCircle} title={advice.title}>
            {advice.advice}
          </Notice>
        )}
        <TextInput
          withAsterisk={false}
          label="E-mail"
          name="email"
          type="email"
          autoComplete="username"
          required
          autoFocus
          size="md"
        />
        <PasswordInput
          withAsterisk={false}
          label="Password"
          name="password"
          autoComplete="current-password"
          required
          size="md"
          visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password' }}
        />
        <Button type="submit" size="md" loading={busy} fullWidth mt={4}>
          Sign in
        </Button>
      </Stack>
    </form>
  );
}
