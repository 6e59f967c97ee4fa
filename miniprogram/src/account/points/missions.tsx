import { Text, View } from '@tarojs/components';
import type { MemberMission, MissionBoard } from '@siyu/shared/contracts/awards';
import { Chip } from '../../components/chip';
import { rewardInWords } from '../../words/award';
import { momentInWords } from '../../words/dates';
import { say } from '../../words/say';

/** What there is to do, each with how far it is and what it is thanked with. */
export function Missions({ board: { missions, badges } }: { readonly board: MissionBoard }) {
  return (
    <View id="missions" className="card">
      <Text className="card-title">{say('points.missions')}</Text>
      {missions.length === 0 ? (
        <Text className="meta points__line">{say('points.missions.empty')}</Text>
      ) : null}
      {missions.map((mission) => (
        <Mission key={`${mission.ruleId} ${mission.until}`} mission={mission} />
      ))}
      {badges.length === 0 ? null : (
        <View className="points__badges">
          <Text className="meta">{say('points.badges')}</Text>
          {badges.map((badge) => (
            <Chip key={badge} tone="gold" text={badge} />
          ))}
        </View>
      )}
    </View>
  );
}

function Mission({ mission }: { readonly mission: MemberMission }) {
  const { title, reason, reward, event, until, steps, isDone } = mission;
  return (
    <View className="mission">
      <View className="mission__head">
        <Text className="mission__title">{title}</Text>
        <Chip
          tone={isDone ? 'success' : 'gold'}
          text={isDone ? say('points.mission.done') : rewardInWords(reward)}
        />
      </View>
      <Text className="meta points__line">{reason}</Text>
      {steps.length === 0 ? (
        <Text className="meta points__line">
          {say('points.mission.each', { event: say(`points.event.${event}`) })}
        </Text>
      ) : (
        steps.map((step, at) => (
          <Text key={at} className="meta points__line">
            {say(`points.step.${step.days}`, {
              event: say(`points.event.${step.event}`),
              done: step.done,
              needed: step.needed,
            })}
          </Text>
        ))
      )}
      <Text className="meta points__line">
        {say('points.mission.until', { until: momentInWords(until) })}
      </Text>
    </View>
  );
}
