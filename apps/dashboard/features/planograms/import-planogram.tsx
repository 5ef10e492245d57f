'use client';
import { Progress } from '@mantine/core';
import { useState } from 'react';
import { FailureNotice } from '../../feedback/failure-notice';
import { type ApiProblem, asApiProblem } from '../../monitoring/api-problem';
import { applyPlanogram, checkPlanogram } from '../../monitoring/planogram-api';
import type { PlanogramReport } from '../../monitoring/types';
import panel from '../models/panel.module.css';
import { useConsole } from '../session/console-context';
import { ApplyPlanogram } from './apply-planogram';
import { CheckReport } from './check-report';
import { PlanogramDrop } from './planogram-drop';
import { NO_OPTIONS, PlanogramOptions } from './planogram-options';

type Step = 'checking' | 'applying';
const STEPS: Readonly<Record<Step, string>> = {
  checking: 'The file is read and compared with the shelf',
  applying: 'The planogram is applied',
};

/** Takes a planogram file: what it would change is shown first, and only then it can be applied. */
export function ImportPlanogram(props: { nameOf: (gtin: string) => string; onTaken: () => void }) {
  const { nameOf, onTaken } = props;
  const { storeId } = useConsole().store;
  const [file, setFile] = useState<File | null>(null);
  const [options, setOptions] = useState(NO_OPTIONS);
  const [step, setStep] = useState<Step | null>(null);
  const [report, setReport] = useState<PlanogramReport | null>(null);
  const [failure, setFailure] = useState<ApiProblem | null>(null);

  async function run(next: Step, work: () => Promise<PlanogramReport>): Promise<void> {
    setStep(next);
    setFailure(null);
    try {
      setReport(await work());
      if (next === 'applying') onTaken();
    } catch (error) {
      setFailure(asApiProblem(error));
    } finally {
      setStep(null);
    }
  }
  function check(chosen: File): void {
    setFile(chosen);
    setReport(null);
    void run('checking', () => checkPlanogram(storeId, chosen, options));
  }
  function change(changed: typeof options): void {
    setOptions(changed);
    // What was checked is no longer what would be applied.
    setReport(null);
  }

  return (
    <section className={panel.panel} aria-label="Import a planogram">
      <h2>Import</h2>
      <PlanogramDrop file={file} busy={step !== null} onFile={check} />
      <PlanogramOptions options={options} onChange={change} />
      {step !== null && (
        <div role="status" style={{ marginTop: 12 }}>
          <p className={panel.dim}>{STEPS[step]} …</p>
          <Progress value={100} animated aria-label={STEPS[step]} />
        </div>
      )}
      {failure !== null && (
        <div style={{ marginTop: 12 }}>
          <FailureNotice problem={failure} onRetry={() => file !== null && check(file)} />
        </div>
      )}
      {report !== null && step === null && <CheckReport report={report} nameOf={nameOf} />}
      {file !== null &&
        step === null &&
        (report === null || report.state === 'checked' || report.state === 'refused') && (
          <ApplyPlanogram
            isChecked={report?.state === 'checked'}
            onCheck={() => check(file)}
            onApply={(from) => void run('applying', () => applyPlanogram(storeId, file, options, from))}
          />
        )}
    </section>
  );
}
