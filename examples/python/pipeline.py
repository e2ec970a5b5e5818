"""Runs post-processing in Python: a worker with the step, and a pipeline that reaches it.

    python pipeline.py GetPackageJob JOB_ID

prints the pipeline's result as JSON.
"""

import asyncio
import json
import sys
import uuid

from temporalio import activity
from temporalio.client import Client
from temporalio.envconfig import ClientConfig
from temporalio.worker import Worker


@activity.defn(name="PublishVideo")
async def publish(step: dict) -> dict:
    """Gets the outcome and a key that is the same on every try: write the effect under it, and it is there once."""
    outcome, key = step["outcome"], step["idempotencyKey"]
    activity.logger.info("publishing %s under %s", outcome["jobId"], key)
    return {"published": outcome["jobId"]}


async def main(operation: str, job_id: str) -> None:
    client = await Client.connect(**ClientConfig.load_client_connect_config())
    async with Worker(client, task_queue="publishing", activities=[publish]):
        result = await client.execute_workflow(
            "MediaJobPipeline",
            {
                "operation": operation,
                "jobId": job_id,
                "onSuccess": [{"name": "publish", "activity": "PublishVideo", "taskQueue": "publishing"}],
            },
            id=f"publish-{uuid.uuid4()}",
            task_queue="media-jobs",
            result_type=dict,
        )
    print(json.dumps(result))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2]))
