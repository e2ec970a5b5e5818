package io.github.mediajobs.worker.devserver;

import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptorBase;

/** Does something before each workflow, as a changed workflow would. */
class First extends WorkerInterceptorBase {
  private final Runnable first;

  First(Runnable first) {
    this.first = first;
  }

  @Override
  public WorkflowInboundCallsInterceptor interceptWorkflow(WorkflowInboundCallsInterceptor next) {
    return new WorkflowInboundCallsInterceptorBase(next) {
      @Override
      public WorkflowOutput execute(WorkflowInput input) {
        first.run();
        return super.execute(input);
      }
    };
  }
}
