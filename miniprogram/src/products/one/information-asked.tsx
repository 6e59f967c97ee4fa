import { Text, View } from '@tarojs/components';
import type { MoreInformation } from '@siyu/shared/contracts/product-shelf';
import { BEARABLE_LOSSES, NEEDED_IN, SHARES_OF_ASSETS } from '@siyu/shared/contracts/product-shelf.limits';
import { Tap } from '../../components/tap';
import { say } from '../../words/say';

/** As far as it is answered. */
export type PartOfInformation = Partial<MoreInformation>;

const QUESTIONS = [
  {
    asked: 'shareOfAssets',
    options: SHARES_OF_ASSETS.map((value) => [value, say(`product.shareOfAssets.${value}`)]),
  },
  {
    asked: 'bearableLoss',
    options: BEARABLE_LOSSES.map((value) => [value, say(`product.bearableLoss.${value}`)]),
  },
  { asked: 'neededIn', options: NEEDED_IN.map((value) => [value, say(`product.neededIn.${value}`)]) },
] as const;

interface AskedProps {
  readonly answers: PartOfInformation;
  readonly onChange: (answers: PartOfInformation) => void;
}

/** What the firm asks before a product of high risk. */
export function InformationAsked({ answers, onChange }: AskedProps) {
  return (
    <>
      {QUESTIONS.map(({ asked, options }) => (
        <View key={asked} className="shelf__question">
          <Text className="shelf__text">{say(`product.answer.${asked}`)}</Text>
          <View className="shelf__chips">
            {options.map(([value, text]) => (
              <Tap
                key={value}
                id={`${asked}-${value}`}
                className={`shelf__option ${answers[asked] === value ? 'shelf__option--on' : ''}`}
                role="radio"
                isOn={answers[asked] === value}
                onTap={() => {
                  onChange({ ...answers, [asked]: value });
                }}
              >
                <Text>{text}</Text>
              </Tap>
            ))}
          </View>
        </View>
      ))}
    </>
  );
}
