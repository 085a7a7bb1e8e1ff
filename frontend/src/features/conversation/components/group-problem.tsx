import { Notice } from '@/components/ui/notice';
import { useGroupProblem } from '../hooks/use-group-problem';

/** Why something that was asked of a group did not happen. */
export function GroupProblem({ error }: { error: unknown }) {
  const { title, detail } = useGroupProblem()(error);
  return (
    <Notice tone="danger" title={title}>
      {detail}
    </Notice>
  );
}
