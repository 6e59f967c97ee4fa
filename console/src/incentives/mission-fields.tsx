import type { IncentiveMission } from '@siyu/shared/contracts/incentive-rules';
import {
  isMixedMission,
  MISSION_DAYS_MAX,
  MISSION_STEP_COUNT_MAX,
  MISSION_STEPS_MAX,
} from '@siyu/shared/contracts/incentive-rules.limits';
import { EARNING_EVENTS, STEP_DAYS } from '@siyu/shared/incentives';
import { earningEventNames, stepDaysNames } from '@siyu/shared/messages';
import { Button, Checkbox, Select } from 'antd';
import { NumberInput } from '../list/number-input.tsx';
import type { DraftPartProps } from './draft-part.ts';
import { NumberField } from './number-field.tsx';
import { StepLessons } from './step-lessons.tsx';

type Step = IncentiveMission['steps'][number];
const FIRST_STEP: Step = { event: 'lesson_completed', count: 3, contentIds: null, days: 'any' };
const FIRST_MISSION: IncentiveMission = { steps: [FIRST_STEP], isOrdered: true, withinDays: 30 };

/** A mission: things to do that are thanked for together, once. What completes it is its last step. */
export function MissionFields({ draft, places, change }: DraftPartProps) {
  const { mission } = draft;
  // The rule waits for one event: in any order another one could be the last, and nobody would be thanked.
  const put = (next: IncentiveMission) =>
    change({
      mission: { ...next, isOrdered: next.isOrdered || isMixedMission(next) },
      when: next.steps.at(-1)?.event ?? draft.when,
    });
  if (mission === null)
    return (
      <p>
        <Button onClick={() => put(FIRST_MISSION)}>改成分几步完成的任务</Button>
      </p>
    );
  const { steps } = mission;
  const putStep = (at: number, step: Partial<Step>) =>
    put({ ...mission, steps: steps.map((each, index) => (index === at ? { ...each, ...step } : each)) });
  return (
    <>
      <ol className="mission-steps" aria-label="任务的步骤">
        {steps.map((step, at) => (
          <li key={at}>
            <Select
              aria-label={`第 ${at + 1} 步：做什么`}
              popupMatchSelectWidth={false}
              value={step.event}
              options={EARNING_EVENTS.map((value) => ({ value, label: earningEventNames[value] }))}
              onChange={(event) => putStep(at, { event, contentIds: null })}
            />
            <NumberInput
              aria-label={`第 ${at + 1} 步：几次`}
              precision={0}
              min={1}
              max={MISSION_STEP_COUNT_MAX}
              suffix={step.days === 'any' ? '次' : '天'}
              value={step.count}
              onChange={(count) => putStep(at, { count: count ?? 1 })}
            />
            <Select
              aria-label={`第 ${at + 1} 步：在哪些日子`}
              popupMatchSelectWidth={false}
              value={step.days}
              options={STEP_DAYS.map((value) => ({ value, label: stepDaysNames[value] }))}
              onChange={(days) => putStep(at, { days })}
            />
            {isOfLessons(step) && (
              <StepLessons
                label={`第 ${at + 1} 步：哪几课`}
                contentIds={step.contentIds}
                onChange={(contentIds) => putStep(at, { contentIds })}
              />
            )}
            {steps.length > 1 && (
              <Button
                type="text"
                aria-label={`删除第 ${at + 1} 步`}
                onClick={() => put({ ...mission, steps: steps.filter((_, index) => index !== at) })}
              >
                删除
              </Button>
            )}
          </li>
        ))}
      </ol>
      <div className="actions">
        {steps.length < MISSION_STEPS_MAX && (
          <Button onClick={() => put({ ...mission, steps: [...steps, FIRST_STEP] })}>加一步</Button>
        )}
        <Button type="text" onClick={() => change({ mission: null })}>
          不要任务
        </Button>
      </div>
      <Checkbox
        className="mission-order"
        disabled={isMixedMission(mission)}
        checked={mission.isOrdered}
        onChange={(event) => put({ ...mission, isOrdered: event.target.checked })}
      >
        按先后顺序，前一步做完了，后一步才算
      </Checkbox>
      <NumberField
        label="多少天以内做完"
        path="mission.withinDays"
        places={places}
        unit="天"
        none="有效期以内"
        min={1}
        max={MISSION_DAYS_MAX}
        value={mission.withinDays}
        onChange={(withinDays) => put({ ...mission, withinDays })}
      />
      <p className="note">最后一步做完时送，每人一次。</p>
    </>
  );
}

/** Whether what a step counts is about lessons. */
const isOfLessons = ({ event }: Step): boolean => event === 'lesson_completed' || event === 'quiz_submitted';
