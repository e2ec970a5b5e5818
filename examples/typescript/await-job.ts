/**
 * Awaits a media job from TypeScript, and prints its outcome as JSON.
 *
 *     TEMPORAL_ADDRESS=127.0.0.1:7233 npx tsx await-job.ts GetPackageJob JOB_ID
 *
 * A worker of mediajobs serves the task queue. Whoever awaits the same job meets the same run, from whatever language.
 */
import { ApplicationFailure, Client, Connection, WorkflowFailedError } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';

const TASK_QUEUE = 'media-jobs';
const REGION = 'cn-shanghai';

/** How a wait ended; a failed job is an outcome, too. */
interface Outcome {
  outcome: 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'NOT_FOUND';
  operation: string;
  jobId: string;
  region: string;
  polls: number;
  status?: string;
  job?: Record<string, unknown>;
  code?: string;
  message?: string;
  submittedAt?: string;
  finishedAt?: string;
  truncated?: string[];
}

/** Throws an ApplicationFailure of a type such as "AccessDenied" when the job's state could not be found out. */
async function awaitJob(client: Client, operation: string, jobId: string, deadline = 'PT6H'): Promise<Outcome> {
  try {
    return await client.workflow.execute('AwaitMediaJob', {
      args: [{ operation, jobId, region: REGION, deadline }],
      workflowId: `media-job/${REGION}/${operation}/${jobId}`,
      workflowIdConflictPolicy: 'USE_EXISTING',
      taskQueue: TASK_QUEUE,
    });
  } catch (e) {
    throw e instanceof WorkflowFailedError && e.cause !== undefined ? e.cause : e;
  }
}

const [operation, jobId] = process.argv.slice(2);
const { connectionOptions, namespace } = loadClientConnectConfig();
const connection = await Connection.connect(connectionOptions);
try {
  console.log(JSON.stringify(await awaitJob(new Client({ connection, namespace }), operation, jobId)));
} catch (e) {
  if (!(e instanceof ApplicationFailure)) {
    throw e;
  }
  console.error(`${e.type}: ${e.message}`);
  process.exitCode = 1;
} finally {
  await connection.close();
}
