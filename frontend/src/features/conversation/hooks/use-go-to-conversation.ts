import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ApiProblem } from '@/lib/api/problem';
import { toast } from '@/components/ui/toast-store';
import { useOpenConversation } from './use-open-conversation';

/** Opens the conversation with somebody and goes there; or to who he is, when he has to be asked. */
export function useGoToConversation() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const opening = useOpenConversation();
  return {
    isPending: opening.isPending,
    go: (person: string) =>
      opening.mutate(person, {
        onSuccess: ({ id }) => void navigate(`/chats/${id}`),
        onError: (error) => {
          if (error instanceof ApiProblem && error.slug === 'request-needed') {
            void navigate(`/people/${person}`);
          } else {
            toast(t('people.messageFailed'), 'failed');
          }
        },
      }),
  };
}
