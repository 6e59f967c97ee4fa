import { Text, View } from '@tarojs/components';
import { useCallback, useEffect, useState } from 'react';
import { sentenceOfError } from '../../api/api-error';
import { Failure, Skeleton } from '../../components/states';
import { Tap } from '../../components/tap';
import { listPhoneAccounts, type PhoneAccount } from '../../session/login-code';
import { signInAs } from '../../session/sign-in';
import { say } from '../../words/say';

/** A browser has no WeChat account, so on a demo system a person says which fictitious customer they are. */
export function AccountChoice({ phoneUrl }: { readonly phoneUrl: string }) {
  const [accounts, setAccounts] = useState<readonly PhoneAccount[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const load = useCallback(async () => {
    setProblem(null);
    try {
      setAccounts(await listPhoneAccounts(phoneUrl));
    } catch {
      setProblem(say('welcome.accounts.failed'));
    }
  }, [phoneUrl]);
  useEffect(() => {
    void load();
  }, [load]);

  const choose = async (account: string): Promise<void> => {
    setBusy(true);
    try {
      await signInAs(account);
    } catch (error) {
      setProblem(sentenceOfError(error));
    }
    setBusy(false);
  };

  return (
    <>
      <Text className="heading">{say('welcome.accounts.title')}</Text>
      <Text className="sub">{say('welcome.accounts.hint')}</Text>
      {problem === null ? null : <Failure sentence={problem} onRetry={() => void load()} />}
      {accounts === null && problem === null ? <Skeleton /> : null}
      {accounts === null ? null : (
        <View className="card card--rows">
          {accounts.map(({ account, nickname, description }) => (
            <Tap
              key={account}
              id={`account-${account}`}
              className="account"
              isDisabled={isBusy}
              onTap={() => void choose(account)}
            >
              <View className="account__face">
                <Text>{nickname.slice(0, 1)}</Text>
              </View>
              <View className="account__words">
                <Text className="card-title">{nickname}</Text>
                <Text className="meta">{description}</Text>
              </View>
            </Tap>
          ))}
        </View>
      )}
    </>
  );
}
