import { ruleFaultSentences } from '@siyu/shared/messages';
import { RULE_FAULTS } from '@siyu/shared/rules';
import { Button, Checkbox, Select } from 'antd';
import {
  RuleGroupHeaderComponents,
  type ActionProps,
  type CombinatorSelectorProps,
  type FieldSelectorProps,
  type NotToggleProps,
  type OperatorSelectorProps,
  type RuleGroupProps,
  type UseRuleGroup,
} from 'react-querybuilder';
import { placeName } from './rule-place.ts';

interface ChoiceProps {
  readonly asks: string;
  readonly path: readonly number[];
  readonly value?: string;
  readonly options: readonly object[];
  readonly className?: string;
  readonly handleOnChange: (value: string) => void;
}

/** Chooses the field, the operator or how many conditions must hold. */
function Choice(props: ChoiceProps) {
  const { asks, path, value, options, className } = props;
  return (
    <Select<string>
      aria-label={`${placeName(path)}：${asks}`}
      className={className ?? ''}
      popupMatchSelectWidth={false}
      showSearch={{ optionFilterProp: 'label' }}
      value={value ?? null}
      options={[...options]}
      onChange={(next) => props.handleOnChange(next)}
    />
  );
}

export const FieldChoice = (props: FieldSelectorProps) => <Choice {...props} asks="看什么" />;
export const OperatorChoice = (props: OperatorSelectorProps) => <Choice {...props} asks="怎样比较" />;
export const CombinatorChoice = (props: CombinatorSelectorProps) => <Choice {...props} asks="满足几条" />;

export function NotChoice(props: NotToggleProps) {
  const { path, checked, className, label } = props;
  return (
    <Checkbox
      aria-label={`${placeName(path)}：取反`}
      className={className ?? ''}
      checked={checked === true}
      onChange={(event) => props.handleOnChange(event.target.checked)}
    >
      {label}
    </Checkbox>
  );
}

/** Adds a condition or a group; what is removed says what it is by its place. */
export function RuleAct(props: ActionProps) {
  const { path, label, title, className, disabled } = props;
  const isRemoval = className?.includes('remove') === true;
  return (
    <Button
      type={isRemoval ? 'text' : 'default'}
      className={className ?? ''}
      disabled={disabled === true}
      aria-label={isRemoval ? `${title ?? ''}：${placeName(path)}` : (title ?? '')}
      onClick={(event) => props.handleOnClick(event)}
    >
      {label}
    </Button>
  );
}

/** The head of a group, and what is wrong with the group as a whole. */
export function GroupHead(props: RuleGroupProps & UseRuleGroup) {
  return (
    <>
      <RuleGroupHeaderComponents {...props} />
      <RuleFaults id={`${props.schema.qbId} ${props.path.join('.')}`} validation={props.validationResult} />
    </>
  );
}

/** Sentences of the faults that the check found at one place. */
export function RuleFaults({ id, validation }: { id: string; validation: unknown }) {
  const sentences = faultSentences(validation);
  if (sentences.length === 0) return null;
  return (
    <div id={id} className="rule-fault">
      {sentences.join('')}
    </div>
  );
}

export function faultSentences(validation: unknown): readonly string[] {
  if (typeof validation !== 'object' || validation === null || !('reasons' in validation)) return [];
  const { reasons } = validation;
  if (!Array.isArray(reasons)) return [];
  return RULE_FAULTS.filter((code) => reasons.includes(code)).map((code) => ruleFaultSentences[code]);
}
