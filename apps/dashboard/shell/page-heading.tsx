import { Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** A page's title, one line about it, and what can be set for the whole page. */
export function PageHeading({ title, about, children }: { title: string; about: ReactNode; children?: ReactNode }) {
  return (
    <Group justify="space-between" align="flex-end" gap="sm" mb="md">
      <div>
        <Title order={1} fz={24} lts="-0.02em">
          {title}
        </Title>
        <Text c="dimmed" size="sm" mt={2}>
          {about}
        </Text>
      </div>
      {children}
    </Group>
  );
}
