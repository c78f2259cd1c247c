package io.github.mavenfuzz.maven;

import io.github.mavenfuzz.input.FuzzTarget;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Lists the fuzz targets of the project. */
@Mojo(name = "list", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
@Execute(phase = LifecyclePhase.TEST_COMPILE)
public class ListMojo extends AbstractFuzzMojo {

  @Override
  void run() throws MojoExecutionException {
    List<FuzzTarget> targets = selectTargets();
    if (targets.isEmpty()) {
      getLog().info("There are no fuzz targets.");
    }
    targets.forEach(target -> getLog().info(target.id() + "(" + target.shape() + ")"));
  }
}
