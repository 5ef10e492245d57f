export interface ParentWatch {
  stop(): void;
}

/**
 * Calls `onGone` once when the process `parentPid` has ended. Signals do not tell: a parent that dies by SIGKILL
 * sends none. A reused process id cannot deceive a direct child, whose own parent id changes as well.
 */
export function watchParent(parentPid: number, onGone: () => void, intervalMs = 1_000): ParentWatch {
  const isDirectChild = process.ppid === parentPid;
  const timer = setInterval(() => {
    if (isAlive(parentPid) && (!isDirectChild || process.ppid === parentPid)) return;
    clearInterval(timer);
    onGone();
  }, intervalMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, under another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
