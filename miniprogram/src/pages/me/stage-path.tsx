import { Text, View } from '@tarojs/components';
import type { RelationPath } from '@siyu/shared/contracts/scoring';
import { STAGES } from '@siyu/shared/contracts/scoring.limits';
import { stageNames } from '@siyu/shared/messages';
import { Chip } from '../../components/chip';
import { dayInWords } from '../../words/dates';
import { isMemberMessage, say } from '../../words/say';

/**
 * The five stages as a line: where I stand and what the next one means. Learning and service only; whoever refuses
 * the stage is told of none.
 */
export function StagePath({ path }: { readonly path: RelationPath }) {
  if (path.isRefused)
    return (
      <View id="relation-path" className="card">
        <Text className="card-title">{say('me.path')}</Text>
        <Text className="path__words">{say('me.path.refused')}</Text>
      </View>
    );
  const here = STAGES.indexOf(path.stage);
  return (
    <View id="relation-path" className="card">
      <View className="path__head">
        <Text className="card-title">{say('me.path')}</Text>
        <View id="relation-stage">
          <Chip text={stageNames[path.stage]} tone="gold" />
        </View>
      </View>
      <View className="path__line">
        {STAGES.map((stage, index) => (
          <View
            key={stage}
            className={`station ${index < here ? 'station--passed' : index === here ? 'station--here' : ''}`}
          >
            <View className="station__dot" />
            <Text className="station__name">{stageNames[stage]}</Text>
          </View>
        ))}
      </View>
      <Text className="path__words">
        {say(`stage.meaning.${path.stage}`)}
        {path.reachedOn === null ? '' : `，${say('me.path.reached', { date: dayInWords(path.reachedOn) })}`}。
      </Text>
      <Text id="relation-next" className="path__words">
        {nextInWords(path)}
      </Text>
      <Text className="meta path__note">{say('me.path.note')}</Text>
    </View>
  );
}

function nextInWords({ stage, next }: RelationPath): string {
  if (next === null) return say('me.path.last', { stage: stageNames[stage] });
  const steps = next.steps.map(({ code, have, need }) => {
    const message = `path.step.${code}`;
    const step = isMemberMessage(message) ? say(message, { have, need }) : '';
    return have >= need ? say('path.step.done', { step }) : step;
  });
  return say('me.path.next', { stage: stageNames[next.stage], steps: steps.filter(Boolean).join('；') });
}
