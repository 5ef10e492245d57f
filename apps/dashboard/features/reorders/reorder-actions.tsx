'use client';
import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCheck, IconPackageImport } from '@tabler/icons-react';
import { useState } from 'react';
import { moveReorder } from '../../monitoring/api';
import { asApiProblem } from '../../monitoring/api-problem';
import type { Reorder, ReorderState } from '../../monitoring/types';
import { plural } from '../../text/plural';
import { RejectReorder } from './reject-reorder';

/** What may be done with an order now, as far as monitoring allows it. */
export function ReorderActions({ reorder, onMoved }: { reorder: Reorder; onMoved: () => void }) {
  const [busy, setBusy] = useState<ReorderState | null>(null);
  const { product, cases, allowedTransitions } = reorder;

  async function move(to: ReorderState, reason: string, done: string): Promise<void> {
    setBusy(to);
    try {
      await moveReorder(reorder.reorderId, to, reason);
      notifications.show({ color: 'teal', title: done, message: `${product.name}, ${plural(cases, 'case')}` });
    } catch (error) {
      const { title, detail } = asApiProblem(error);
      notifications.show({ color: 'red', title, message: detail || 'Try again.' });
    } finally {
      setBusy(null);
      onMoved();
    }
  }

  return (
    <Group gap={6} wrap="nowrap" justify="flex-end">
      {allowedTransitions.includes('APPROVED') && (
        <Button
          size="xs"
          loading={busy === 'APPROVED'}
          leftSection={<IconCheck size={15} stroke={2} aria-hidden />}
          aria-label={`Approve ${plural(cases, 'case')} of ${product.name}`}
          onClick={() => void move('APPROVED', 'Approved on the dashboard', 'Approved')}
        >
          Approve
        </Button>
      )}
      {reorder.state === 'PROPOSED' && allowedTransitions.includes('CANCELLED') && (
        <RejectReorder
          reorder={reorder}
          busy={busy === 'CANCELLED'}
          onReject={(reason) => void move('CANCELLED', reason, 'Rejected')}
        />
      )}
      {allowedTransitions.includes('RECEIVED') && (
        <Button
          size="xs"
          variant="default"
          loading={busy === 'RECEIVED'}
          leftSection={<IconPackageImport size={15} stroke={1.8} aria-hidden />}
          aria-label={`The goods have come: ${product.name}`}
          onClick={() => void move('RECEIVED', 'Received, said on the dashboard', 'Received')}
        >
          Received
        </Button>
      )}
    </Group>
  );
}
