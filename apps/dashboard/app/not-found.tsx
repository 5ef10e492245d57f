import { Anchor } from '@mantine/core';
import { IconMapQuestion } from '@tabler/icons-react';
import { EmptyState } from '../feedback/empty-state';

export default function NotFound() {
  return (
    <EmptyState icon={IconMapQuestion} title="There is no such page">
      The address may be mistyped. <Anchor href="/now">Go to what needs attention now</Anchor>.
    </EmptyState>
  );
}
