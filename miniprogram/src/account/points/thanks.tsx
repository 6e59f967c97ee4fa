import { Text, View } from '@tarojs/components';
import type { MemberAward } from '@siyu/shared/contracts/awards';
import { awardInWords, whyInWords } from '../../words/award';
import { momentInWords } from '../../words/dates';
import { say } from '../../words/say';

/** What the member was thanked for last, and why. */
export function Thanks({ awards }: { readonly awards: readonly MemberAward[] }) {
  return (
    <View id="thanks" className="card">
      <Text className="card-title">{say('points.recent')}</Text>
      {awards.length === 0 ? <Text className="meta points__line">{say('points.recent.empty')}</Text> : null}
      {awards.map((award) => (
        <View key={award.awardId} className="mission">
          <Text className="mission__title">{awardInWords(award)}</Text>
          <Text className="meta points__line">{`${momentInWords(award.givenAt)} · ${award.reason}`}</Text>
          <Why award={award} />
        </View>
      ))}
    </View>
  );
}

function Why({ award }: { readonly award: MemberAward }) {
  const why = whyInWords(award);
  return why === null ? null : <Text className="meta points__line">{why}</Text>;
}
