'use client';
import { Button, FileButton } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import classes from './planogram-drop.module.css';

/** Takes a planogram file, dropped or chosen. */
export function PlanogramDrop(props: { file: File | null; busy: boolean; onFile: (file: File) => void }) {
  const { file, busy, onFile } = props;
  const [isOver, setIsOver] = useState(false);
  function over(event: DragEvent): void {
    event.preventDefault();
    setIsOver(true);
  }
  function drop(event: DragEvent): void {
    event.preventDefault();
    setIsOver(false);
    const dropped = event.dataTransfer.files[0];
    if (dropped !== undefined && !busy) onFile(dropped);
  }
  return (
    <div
      className={classes.drop}
      data-drop="planogram"
      data-over={isOver || undefined}
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <IconFileImport size={26} stroke={1.5} aria-hidden />
      <div className={classes.words}>
        <b>{file?.name ?? 'Drop a planogram here'}</b>
        <span>
          {file === null
            ? '.psa (ProSpace, JDA), JSON or CSV; first it is only checked'
            : 'Drop another file to check that'}
        </span>
      </div>
      <FileButton accept=".psa,.json,.csv,.txt" onChange={(chosen) => chosen && onFile(chosen)}>
        {(button) => (
          <Button {...button} size="xs" variant={file === null ? 'filled' : 'default'} loading={busy}>
            Choose a file
          </Button>
        )}
      </FileButton>
    </div>
  );
}
