import { Text, View } from '@tarojs/components';
import {
  COMPLAINT_CATEGORIES,
  COMPLAINT_PICTURES_MAX,
  COMPLAINT_TEXT_MAX,
  TRADING_PLAN_MAX,
} from '@siyu/shared/contracts/care.limits';
import { Button } from '../../components/button';
import { LongTextField, TextField } from '../../components/field';
import { Screen } from '../../components/screen';
import { Tap } from '../../components/tap';
import { say } from '../../words/say';
import { PickedPictures } from '../pictures/picked-pictures';
import { useComplaint } from './use-complaint';
import './index.scss';

/** A complaint or a suggestion: what it is about, what happened, and pictures from those who have some. */
export default function ComplainPage() {
  const { draft, isBusy, problem, change, send } = useComplaint();
  return (
    <Screen name="complain">
      <View className="card complain__fields">
        <Text className="complain__label">{say('care.form.category')}</Text>
        <View className="complain__categories">
          {COMPLAINT_CATEGORIES.map((category) => (
            <Tap
              key={category}
              id={`category-${category}`}
              className={`complain__category ${draft.category === category ? 'complain__category--on' : ''}`}
              role="radio"
              isOn={draft.category === category}
              isDisabled={isBusy}
              onTap={() => {
                change({ category });
              }}
            >
              <Text>{say(`care.category.${category}`)}</Text>
            </Tap>
          ))}
        </View>
        <LongTextField
          id="complain-text"
          label={say('care.form.text')}
          hint={say('care.form.text.hint')}
          value={draft.text}
          maxLength={COMPLAINT_TEXT_MAX}
          isDisabled={isBusy}
          onChange={(text) => {
            change({ text });
          }}
        />
        <TextField
          id="complain-plan"
          label={say('care.form.plan')}
          hint={say('care.form.plan.hint')}
          value={draft.tradingPlan}
          maxLength={TRADING_PLAN_MAX}
          isDisabled={isBusy}
          onChange={(tradingPlan) => {
            change({ tradingPlan });
          }}
        />
        <PickedPictures
          name="complain"
          max={COMPLAINT_PICTURES_MAX}
          hint="care.form.picture.hint"
          paths={draft.pictures}
          isDisabled={isBusy}
          onChange={(changed) => {
            change({ pictures: changed });
          }}
        />
        {problem === null ? null : (
          <Text id="complain-problem" className="complain__problem">
            {problem}
          </Text>
        )}
      </View>
      <Button
        id="complain-send"
        text={say(isBusy ? 'care.sending' : 'care.form.send')}
        isDisabled={isBusy || draft.category === null || draft.text.trim() === ''}
        onTap={() => void send()}
      />
    </Screen>
  );
}
