import { Stack, Text, ThemeIcon } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** Says that there is nothing, and what that means. */
export function EmptyState({ icon: Glyph, title, children }: { icon: Icon; title: string; children: ReactNode }) {
  return (
    <Stack align="center" gap="xs" py={64} px="md" ta="center">
      <ThemeIcon size={56} radius="xl" variant="light" color="gray">
        <Glyph size={28} stroke={1.5} aria-hidden />
      </ThemeIcon>
      <Text fw={600} size="lg" mt="xs">
        {title}
      </Text>
      <Text c="dimmed" maw={460} size="sm">
        {children}
      </Text>
    </Stack>
  );
}
