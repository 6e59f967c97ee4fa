import { Text, View } from '@tarojs/components';
import type { OwnComplaint } from '@siyu/shared/contracts/care';
import { Chip } from '../../components/chip';
import { dayInWords, momentInWords } from '../../words/dates';
import { say } from '../../words/say';
import { Decide } from './decide';

interface ComplaintCardProps {
  readonly complaint: OwnComplaint;
  readonly onChanged: (complaint: OwnComplaint) => void;
}

/** One complaint: what was said, until when it is answered, the answers, and what can be done about them. */
export function ComplaintCard({ complaint, onChanged }: ComplaintCardProps) {
  const { complaintId, complaintNo, state, category, text, tradingPlan, pictures } = complaint;
  const { registeredAt, dueOn, answers, appeal, mayAppeal, channel } = complaint;
  return (
    <View id={`complaint-${complaintId}`} className="card complaint">
      <View className="complaint__head">
        <Text className="card-title complaint__title">{say(`care.category.${category}`)}</Text>
        <Chip
          text={say(`care.state.${state}`)}
          tone={state === 'CLOSED' ? 'success' : state === 'ANSWERED' ? 'gold' : 'ink'}
        />
      </View>
      <Text className="complaint__words">{text}</Text>
      {tradingPlan === null ? null : (
        <Text className="complaint__second">{say('care.plan', { text: tradingPlan })}</Text>
      )}
      {pictures === 0 ? null : <Text className="meta">{say('care.pictures', { count: pictures })}</Text>}
      <Text className="meta complaint__meta">
        {[
          say('care.no', { no: complaintNo }),
          say(`care.channel.${channel}`),
          momentInWords(registeredAt),
        ].join(' · ')}
      </Text>
      {dueOn === null ? null : (
        <Text className="complaint__due">{say('care.due', { date: dayInWords(dueOn) })}</Text>
      )}
      {answers.map(({ outcome, text: said, answeredAt }, index) => (
        <View key={answeredAt} className="complaint__answer">
          {index === 1 && appeal !== null ? (
            <Text className="complaint__second">{say('care.appeal.said', { text: appeal.text })}</Text>
          ) : null}
          <Text className="complaint__outcome">
            {[say(index === 0 ? 'care.answer' : 'care.answer.final'), say(`care.outcome.${outcome}`)].join(
              '：',
            )}
          </Text>
          <Text className="complaint__words">{said}</Text>
          <Text className="meta">{momentInWords(answeredAt)}</Text>
        </View>
      ))}
      {appeal !== null && answers.length < 2 ? (
        <Text className="complaint__second">{say('care.appeal.said', { text: appeal.text })}</Text>
      ) : null}
      {mayAppeal ? <Decide complaintId={complaintId} onDecided={onChanged} /> : null}
    </View>
  );
}
