'use client';
import { ActionIcon, Tooltip, useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';

const NEXT = { auto: 'light', light: 'dark', dark: 'auto' } as const;
const LABEL = { auto: 'Colours: as the system', light: 'Colours: light', dark: 'Colours: dark' } as const;
const ICON = { auto: IconDeviceDesktop, light: IconSun, dark: IconMoon } as const;

/** System → light → dark → system. The choice is kept in the browser. */
export function ColorSchemeToggle() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const Icon = ICON[colorScheme];
  return (
    <Tooltip label={LABEL[colorScheme]}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={`${LABEL[colorScheme]}. Switch to ${NEXT[colorScheme] === 'auto' ? 'system' : NEXT[colorScheme]}`}
        onClick={() => setColorScheme(NEXT[colorScheme])}
      >
        <Icon size={18} stroke={1.7} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
