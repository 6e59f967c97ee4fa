import { Text, View } from '@tarojs/components';
import type { OwnProtection } from '@siyu/shared/contracts/elder';
import { useState } from 'react';
import { Button } from '../../components/button';
import { DigitField } from '../../components/field';
import { say } from '../../words/say';
import type { Protection } from './use-protection';

const YEAR_DIGITS = 4;

interface BirthYearProps {
  readonly own: OwnProtection;
  readonly protection: Protection;
}

/** The year of birth, and what follows from it. */
export function BirthYear({ own, protection: { isBusy, sayBirthYear } }: BirthYearProps) {
  const { birthYear, callBack, elderAge } = own;
  const [isChanging, setChanging] = useState(false);
  const [year, setYear] = useState('');
  const save = async (): Promise<void> => {
    if (await sayBirthYear(Number(year))) setChanging(false);
  };
  return (
    <View className="card elder__card">
      <Text className="card-title">{say('elder.year')}</Text>
      <Text id="elder-standing" className="elder__text">
        {say(`elder.callBack.${callBack}`, { age: elderAge })}
      </Text>
      {birthYear !== null && !isChanging ? (
        <>
          <Text className="elder__said">{say('elder.year.said', { year: birthYear })}</Text>
          <Button
            id="birth-year-change"
            kind="quiet"
            text={say('elder.year.change')}
            isDisabled={isBusy}
            onTap={() => {
              setChanging(true);
            }}
          />
        </>
      ) : (
        <>
          <DigitField
            id="birth-year"
            label={say('elder.year')}
            hint={say('elder.year.placeholder')}
            value={year}
            maxLength={YEAR_DIGITS}
            isDisabled={isBusy}
            onChange={setYear}
          />
          <Text className="elder__text">{say('elder.year.hint')}</Text>
          <Button
            id="birth-year-send"
            kind="line"
            text={say(isBusy ? 'elder.saving' : 'elder.year.send')}
            isDisabled={isBusy || year.length !== YEAR_DIGITS}
            onTap={() => void save()}
          />
        </>
      )}
    </View>
  );
}
