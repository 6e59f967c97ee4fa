import { memberFieldWords, ruleOperatorName } from '@siyu/shared/messages';
import { operatorsOf, RULE_LIMITS, SEGMENT_FIELD, type RuleFault } from '@siyu/shared/rules';
import { useMemo } from 'react';
import { QueryBuilder, type RuleGroupType } from 'react-querybuilder';
import { CatalogueContext, type RuleCatalogue } from './rule-catalogue.ts';
import {
  CombinatorChoice,
  FieldChoice,
  GroupHead,
  NotChoice,
  OperatorChoice,
  RuleAct,
} from './rule-controls.tsx';
import { placeName } from './rule-place.ts';
import { faultsById, fittedTree } from './rule-tree.ts';
import { RuleValue, SegmentChoices } from './rule-value.tsx';

interface RuleBuilderProps {
  readonly tree: RuleGroupType;
  readonly faults: readonly RuleFault[];
  /** Segments that the rule may ask for. */
  readonly segments: readonly { readonly key: string; readonly name: string }[];
  readonly catalogue: RuleCatalogue;
  readonly onChange: (tree: RuleGroupType) => void;
}

const combinators = [
  { name: 'and', label: '满足以下全部' },
  { name: 'or', label: '满足以下任意一条' },
];
const controlElements = {
  actionElement: RuleAct,
  combinatorSelector: CombinatorChoice,
  fieldSelector: FieldChoice,
  notToggle: NotChoice,
  operatorSelector: OperatorChoice,
  ruleGroupHeaderElements: GroupHead,
  valueEditor: RuleValue,
};
const translations = {
  addRule: { label: '加条件', title: '加条件' },
  addGroup: { label: '加条件组', title: '加条件组' },
  notToggle: { label: '取反', title: '取反' },
  removeRule: { label: '删除', title: '删除' },
  removeGroup: { label: '删除这一组', title: '删除这一组' },
};

/** The builder: what is chosen here is the rule that is stored. */
export default function RuleBuilder({ tree, faults, segments, catalogue, onChange }: RuleBuilderProps) {
  const fields = useMemo(() => fieldOptions(catalogue), [catalogue]);
  return (
    <CatalogueContext.Provider value={catalogue}>
      <SegmentChoices.Provider value={segments}>
        <QueryBuilder
          query={tree}
          fields={fields}
          combinators={combinators}
          getOperators={(key) => operatorOptions(key, catalogue)}
          getDefaultOperator={(key) => firstOperator(key, catalogue)}
          getDefaultValue={() => null}
          validator={() => faultsById(tree, faults)}
          accessibleDescriptionGenerator={({ path }) => placeName(path)}
          controlElements={controlElements}
          translations={translations}
          maxLevels={RULE_LIMITS.depth - 1}
          listsAsArrays
          showNotToggle
          addRuleToNewGroups
          onQueryChange={(query) => onChange(fittedTree(query, catalogue.fields))}
        />
      </SegmentChoices.Provider>
    </CatalogueContext.Provider>
  );
}

const fieldOptions = ({ fields, words }: RuleCatalogue) =>
  [...fields.keys(), SEGMENT_FIELD].map((name) => ({
    name,
    label: (words[name] ?? memberFieldWords[name])?.name ?? name,
  }));

function operatorOptions(key: string, { fields, words }: RuleCatalogue) {
  if (key === SEGMENT_FIELD)
    return [
      { name: 'in', label: '在其中之一' },
      { name: 'notIn', label: '都不在' },
    ];
  const field = fields.get(key);
  if (field === undefined) return [];
  const isLevel = words[key]?.isLevel === true;
  return operatorsOf(field.type).map((name) => ({
    name,
    label: ruleOperatorName(name, field.type, isLevel),
    // The last two ask for nothing, so nothing is shown beside them.
    ...(name === 'missing' || name === 'present' ? { arity: 'unary' as const } : {}),
  }));
}

/** Codes are most often compared with several. */
const firstOperator = (key: string, catalogue: RuleCatalogue): string =>
  key === SEGMENT_FIELD || catalogue.fields.get(key)?.type === 'choice'
    ? 'in'
    : (operatorOptions(key, catalogue)[0]?.name ?? '=');
