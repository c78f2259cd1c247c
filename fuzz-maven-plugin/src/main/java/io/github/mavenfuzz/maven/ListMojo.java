package io.github.mavenfuzz.maven;

import io.github.mavenfuzz.target.TargetScan;
import io.github.mavenfuzz.target.UnusableTarget;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Lists the fuzz targets of the project, and those that cannot be run with what is wrong. */
@Mojo(name = "list", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
@Execute(phase = LifecyclePhase.TEST_COMPILE)
public class ListMojo extends AbstractFuzzMojo {

  @Override
  void run() throws MojoExecutionException {
    TargetScan scan = selectTargets();
    if (scan.isEmpty()) {
      getLog().info("There are no fuzz targets.");
    }
    scan.targets().forEach(target -> getLog().info(target.id() + "(" + target.shape() + ")"));
    for (UnusableTarget target : scan.unusable()) {
      target
          .explanation()
          .lines()
          .forEach(why -> getLog().warn(target.id() + " cannot be run: " + why));
    }
  }
}
