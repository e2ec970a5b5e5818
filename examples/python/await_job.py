"""Awaits a media job from Python, and prints its outcome as JSON.

    TEMPORAL_ADDRESS=127.0.0.1:7233 python await_job.py GetPackageJob JOB_ID

A worker of mediajobs serves the task queue. Whoever awaits the same job meets the same run, from whatever language.
"""

import asyncio
import json
import sys

from temporalio.client import Client, WorkflowFailureError
from temporalio.common import WorkflowIDConflictPolicy
from temporalio.envconfig import ClientConfig
from temporalio.exceptions import ApplicationError

TASK_QUEUE = "media-jobs"
REGION = "cn-shanghai"


async def await_job(client: Client, operation: str, job_id: str, deadline: str = "PT6H") -> dict:
    """The outcome. A failed job is one, too: outcome["outcome"] is SUCCEEDED, FAILED, TIMED_OUT or NOT_FOUND.

    Raises ApplicationError of a type such as "AccessDenied" when the job's state could not be found out.
    """
    try:
        return await client.execute_workflow(
            "AwaitMediaJob",
            {"operation": operation, "jobId": job_id, "region": REGION, "deadline": deadline},
            id=f"media-job/{REGION}/{operation}/{job_id}",
            id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
            task_queue=TASK_QUEUE,
            result_type=dict,
        )
    except WorkflowFailureError as e:
        raise e.cause from None


async def main() -> None:
    client = await Client.connect(**ClientConfig.load_client_connect_config())
    try:
        outcome = await await_job(client, sys.argv[1], sys.argv[2])
    except ApplicationError as e:
        sys.exit(f"{e.type}: {e.message}")
    print(json.dumps(outcome))


if __name__ == "__main__":
    asyncio.run(main())
